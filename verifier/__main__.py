"""Run the command line as `python -m verifier`."""

from verifier.cli.main import main

main(prog_name="verifier")
