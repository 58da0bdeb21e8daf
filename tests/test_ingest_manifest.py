from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verifier.errors import ConfigError, InputError
from verifier.ingest.manifest import Entry, Manifest, read_manifest
from verifier.model import Role

FULL = {
    "id": "501",
    "file": "sub/gate.txt",
    "title": "Gate opens",
    "url": "https://canal.example/1",
    "outlet": "The Towpath",
    "published": "2019-05-03",
    "sha256": "0a" * 32,
    "role": "context",
}


def write(folder: Path, *records: object, **other: object) -> Path:
    path = folder / "manifest.json"
    path.write_text(json.dumps({"version": 1, "sources": records, **other}), encoding="utf-8")
    return path


def test_a_manifest_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, FULL, {"id": "2", "file": "b.txt", "published": None})
    manifest = read_manifest(path)
    assert manifest == Manifest(
        path,
        (
            Entry(
                id="501",
                file="sub/gate.txt",
                title="Gate opens",
                url="https://canal.example/1",
                outlet="The Towpath",
                published=date(2019, 5, 3),
                sha256="0a" * 32,
                role=Role.CONTEXT,
            ),
            Entry(id="2", file="b.txt"),
        ),
    )
    assert manifest.locate(manifest.entries[0]) == tmp_path / "sub" / "gate.txt"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"role": "witness"}, r"\$\.sources\[0\]\.role: 'witness' is not one of"),
        ({"published": "2019-02-31"}, r"\$\.sources\[0\]\.published: '2019-02-31' is not a 'date'"),
        ({"published": "20190503"}, r"\$\.sources\[0\]\.published: '20190503' "),
        ({"sha256": "0A"}, r"\$\.sources\[0\]\.sha256: '0A' does not match"),
        ({"url": "javascript:alert(1)"}, r"\$\.sources\[0\]\.url: .* does not match"),
        ({"id": ""}, r"\$\.sources\[0\]\.id: '' does not match"),
        ({"id": 501}, r"\$\.sources\[0\]\.id: 501 is not of type 'string'"),
        ({"title": "two\nlines"}, r"\$\.sources\[0\]\.title: "),
        ({"file": ""}, r"\$\.sources\[0\]\.file: "),
        ({"file": "a\u0000b"}, r"\$\.sources\[0\]\.file: "),
        ({"sha": "x"}, r"\$\.sources\[0\]: Additional properties are not allowed \('sha' was unexpected\)"),
    ],
)
def test_a_wrong_value_is_named_with_its_path(tmp_path: Path, change: dict[str, object], message: str) -> None:
    with pytest.raises(ConfigError, match=rf"manifest\.json: {message}.*; see reports/manifest.schema.json"):
        read_manifest(write(tmp_path, {**FULL, **change}))


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"\$\.sources\[1\]: 'file' is a required property"):
        read_manifest(write(tmp_path, FULL, {"id": "2"}))
    with pytest.raises(ConfigError, match=r"\$\.version: 1 was expected"):
        read_manifest(write(tmp_path, version=2))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"version": 1,\n "sources": [', r"line 2 column \d+: is malformed JSON"),
        ("[" * 100_000, "is nested too deeply"),
        ('{"version": ' + "1" * 5000 + "}", "holds a number too long to read"),
        ('{"version": 1, "sources": [{"id": "\\ud800", "file": "a"}]}', "holds half of an escaped character pair"),
        ('{"version": 1, "version": 1}', "has the key 'version' twice in one object"),
        ('{"version": 1e999}', "holds 1e999, which is too large a number"),
        ("[]", r"\$: \[\] is not of type 'object'"),
        ("null", r"\$: None is not of type 'object'"),
    ],
)
def test_what_is_no_manifest_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "manifest.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=message) as caught:
        read_manifest(path)
    assert str(path) in str(caught.value)
    assert len(str(caught.value)) < 600


def test_an_unreadable_manifest_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_manifest(tmp_path / "manifest.json")
    (tmp_path / "manifest.json").write_bytes(b"\x00\x01")
    with pytest.raises(InputError, match="is a binary file"):
        read_manifest(tmp_path / "manifest.json")


@pytest.mark.parametrize(
    "file",
    [
        "../gate.txt",
        "/etc/passwd",
        "sub/../../gate.txt",
        "..",
        ".",
        "..\\gate.txt",
        "C:\\gate.txt",
        "\\\\host\\gate.txt",
    ],
)
def test_a_file_outside_the_folder_is_refused(tmp_path: Path, file: str) -> None:
    with pytest.raises(ConfigError, match=r"\$\.sources\[1\]\.file leaves the manifest's folder"):
        read_manifest(write(tmp_path, FULL, {"id": "2", "file": file, "role": "exclude"}))


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    folder.mkdir()
    (tmp_path / "gate.txt").write_text("Outside.", encoding="utf-8")
    (folder / "gate.txt").symlink_to(tmp_path / "gate.txt")
    (folder / "up").symlink_to(tmp_path, target_is_directory=True)
    for file in ("gate.txt", "up/gate.txt"):
        with pytest.raises(ConfigError, match=f"leaves the manifest's folder: {file}"):
            read_manifest(write(folder, {"id": "1", "file": file}))


def test_a_link_inside_the_folder_and_dots_in_names_are_fine(tmp_path: Path) -> None:
    (tmp_path / "gate.txt").write_text("Inside.", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "gate.txt")
    files = ["link.txt", "a..b.txt", "--force.txt", "a:b.txt", "./gate.txt"]
    manifest = read_manifest(write(tmp_path, *({"id": file, "file": file} for file in files)))
    assert [entry.file for entry in manifest.entries] == files


def test_two_sources_with_one_id_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r'two sources have the id "501": sub/gate\.txt and b\.txt'):
        read_manifest(write(tmp_path, FULL, {"id": "501", "file": "b.txt"}))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*FULL, "version", "sources", "other"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
@given(records=st.lists(JSON, max_size=3))
def test_any_json_is_a_manifest_or_a_plain_error(tmp_path: Path, records: list[object]) -> None:
    path = write(tmp_path, *records)
    try:
        manifest = read_manifest(path)
    except ConfigError as error:
        assert str(path) in str(error)
    else:
        assert len(manifest.entries) == len(records)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
@given(file=st.lists(st.sampled_from(["..", ".", "a", "/", "\\", "C:", "é", " "]), min_size=1, max_size=6).map("".join))
def test_no_file_ever_leaves_the_folder(tmp_path: Path, file: str) -> None:
    try:
        manifest = read_manifest(write(tmp_path, {"id": "1", "file": file}))
    except ConfigError:
        return
    assert tmp_path.resolve() in manifest.locate(manifest.entries[0]).resolve().parents
