"""List what is installed: the packages of verifier/, and the two folders of data that are mapped into it."""

from setuptools import find_packages, setup

setup(packages=[*find_packages(include=["verifier", "verifier.*"]), "verifier.rules", "verifier.reports"])
