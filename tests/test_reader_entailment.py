"""Prove that an entailment model in a folder reads: a tiny one, made here."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from reader_kit import question
from samples import DELETED, RATS

from verifier.errors import UsageError
from verifier.model import Verdict
from verifier.reader.answers import answer
from verifier.reader.entailment import EntailmentReader, make
from verifier.reader.values import Options

onnx = pytest.importorskip("onnx")
tokenizers = pytest.importorskip("tokenizers")
WORDS = {"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "deleted": 3, "five": 4}
LOGITS = {"[CLS]": (0, 3, 0), "deleted": (0, 0, 9), "five": (9, 0, 0)}
LABELS = {"0": "CONTRADICTION", "1": "neutral", "2": "Entailment"}


def model(folder: Path, words: dict[str, tuple[int, int, int]] | None = None, **config: object) -> Path:
    """Write a model that adds up what each word counts for contradiction, neither, and entailment."""
    from onnx import TensorProto, helper, numpy_helper

    folder.mkdir(exist_ok=True)
    table = np.zeros((len(WORDS), 3), dtype=np.float32)
    for word, row in (words or LOGITS).items():
        table[WORDS[word]] = row
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["each"]),
        helper.make_node("ReduceSum", ["each", "axis"], ["logits"], keepdims=0),
    ]
    inputs = [helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["batch", "length"])]
    outputs = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["batch", 3])]
    weights = [numpy_helper.from_array(table, "table"), numpy_helper.from_array(np.array([1]), "axis")]
    graph = helper.make_graph(nodes, "tiny", inputs, outputs, weights)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    onnx.save(made, str(folder / "model.onnx"))
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(WORDS, unk_token="[UNK]"))  # noqa: S106
    tokenizer.normalizer = tokenizers.normalizers.Lowercase()
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    tokenizer.post_processor = tokenizers.processors.TemplateProcessing(
        pair="[CLS] $A [SEP] $B [SEP]", special_tokens=[("[CLS]", 1), ("[SEP]", 2)]
    )
    tokenizer.save(str(folder / "tokenizer.json"))
    (folder / "config.json").write_text(json.dumps({"id2label": LABELS} | config), encoding="utf-8")
    return folder


def test_the_sentence_that_entails_the_claim_supports_it(tmp_path: Path) -> None:
    found = answer(EntailmentReader(model(tmp_path)).ask(question(DELETED.id)))
    assert found.verdict is Verdict.SUPPORTED
    assert "an engineer deleted the wrong table" in found.quotes[0].text


def test_the_sentence_that_contradicts_the_claim_is_named(tmp_path: Path) -> None:
    found = answer(EntailmentReader(model(tmp_path, LOGITS | {"deleted": (0, 0, 0)})).ask(question(RATS.id)))
    assert (found.verdict, found.part) == (Verdict.CONTRADICTED, RATS.text)
    assert found.quotes[0].source == "7002"
    assert "five hours" in found.quotes[0].text


def test_where_no_sentence_decides_the_claim_is_not_supported(tmp_path: Path) -> None:
    found = answer(EntailmentReader(model(tmp_path, {"[CLS]": (0, 3, 0)})).ask(question()))
    assert (found.verdict, found.quotes) == (Verdict.UNSUPPORTED, ())


def test_a_model_of_two_labels_knows_no_contradiction(tmp_path: Path) -> None:
    folder = model(tmp_path, id2label={"0": "not_entailment", "2": "entailment"})
    found = answer(EntailmentReader(folder).ask(question(RATS.id)))
    assert found.verdict is not Verdict.CONTRADICTED


def test_the_name_of_the_model_tells_two_models_apart(tmp_path: Path) -> None:
    one = EntailmentReader(model(tmp_path / "tiny"))
    assert one.model == EntailmentReader(tmp_path / "tiny").model
    assert one.model.startswith("tiny-")
    assert one.model != EntailmentReader(model(tmp_path / "tiny", {"[CLS]": (1, 1, 1)})).model


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "config.json"])
def test_a_folder_without_one_of_its_files_is_refused(tmp_path: Path, name: str) -> None:
    (model(tmp_path) / name).unlink()
    with pytest.raises(UsageError, match=f"has no {name}"):
        make(Options(model=str(tmp_path)))


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_a_broken_model_is_refused(tmp_path: Path, name: str) -> None:
    (model(tmp_path) / name).write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match="cannot be loaded"):
        EntailmentReader(tmp_path)


@pytest.mark.parametrize("labels", [{"0": "LABEL_0"}, {}, None, {"x": "entailment"}, [1]])
def test_labels_that_say_nothing_are_refused(tmp_path: Path, labels: object) -> None:
    with pytest.raises(UsageError, match="names no label for entailment"):
        EntailmentReader(model(tmp_path, id2label=labels))


def test_a_folder_has_to_be_named() -> None:
    with pytest.raises(UsageError, match="give --reader-model"):
        make(Options())
