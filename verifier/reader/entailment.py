"""Read with an entailment model that lies in a folder: model.onnx, tokenizer.json and the labels of config.json."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from verifier.errors import UsageError
from verifier.model import Verdict
from verifier.reader.values import Options, Passage, Question, Quote

if TYPE_CHECKING:
    import onnxruntime
    import tokenizers

_LONGEST = 512
_SURE = 0.5
_DIGITS = 12


def make(options: Options) -> EntailmentReader:
    """Return a reader for the model in the folder that the option --reader-model names.

    Raises: UsageError where the folder has no such model.
    """
    if not options.model:
        raise UsageError("needs a folder with a model", "reader entailment", "give --reader-model")
    return EntailmentReader(Path(options.model))


class EntailmentReader:
    """Take each sentence of the passages as premise and the claim as hypothesis, and let the surest one decide."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime
        import tokenizers

        for name in ("model.onnx", "tokenizer.json", "config.json"):
            if not (folder / name).is_file():
                raise UsageError(f"has no {name}", str(folder), "name the folder of an exported classifier")
        self._labels = _labels(folder)
        model = (folder / "model.onnx").read_bytes()
        self.model = f"{folder.resolve().name}-{hashlib.sha256(model).hexdigest()[:_DIGITS]}"
        try:
            settings = onnxruntime.SessionOptions()
            settings.intra_op_num_threads = 1
            self._session: onnxruntime.InferenceSession = onnxruntime.InferenceSession(
                model, settings, providers=["CPUExecutionProvider"]
            )
            self._tokenizer: tokenizers.Tokenizer = tokenizers.Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:
            raise UsageError(f"cannot be loaded ({type(error).__name__})", str(folder), "export it again") from error
        self._tokenizer.enable_truncation(_LONGEST, strategy="only_first")

    def ask(self, question: Question) -> str:
        """Return an answer made from the surest sentence for the claim and the surest against it."""
        premises = [(p, s) for p in question.passages for s in _premises(p)]
        judged = [(self._shares(premise, question.text), p, premise) for p, premise in premises]
        if not judged:
            return _answer(Verdict.UNSUPPORTED, question, ())
        stated, by, words = max(((shares[0], p, s) for shares, p, s in judged), key=lambda each: each[0])
        denied, against, other = max(((shares[1], p, s) for shares, p, s in judged), key=lambda each: each[0])
        if stated >= max(_SURE, denied):
            return _answer(Verdict.SUPPORTED, question, (Quote(by.source, words),))
        if denied >= _SURE:
            return _answer(Verdict.CONTRADICTED, question, (Quote(against.source, other),))
        return _answer(Verdict.UNSUPPORTED, question, ())

    def _shares(self, premise: str, hypothesis: str) -> tuple[float, float]:
        """Return how likely the premise entails the hypothesis, and how likely it contradicts it."""
        import numpy as np

        encoded = self._tokenizer.encode(premise, hypothesis)
        given = {
            "input_ids": encoded.ids,
            "attention_mask": encoded.attention_mask,
            "token_type_ids": encoded.type_ids,
        }
        wanted = {i.name for i in self._session.get_inputs()}
        arrays = {name: np.array([row], dtype=np.int64) for name, row in given.items() if name in wanted}
        logits = np.asarray(self._session.run(None, arrays)[0], dtype=np.float64)[0]
        shares = np.exp(logits - logits.max())
        shares = shares / shares.sum()
        yes, no = self._labels
        return float(shares[yes]), float(shares[no]) if no is not None else 0.0


def _premises(passage: Passage) -> tuple[str, ...]:
    """Return the sentences of a passage, and each with the one behind it."""
    pairs = (f"{a} {b}" for a, b in zip(passage.sentences, passage.sentences[1:], strict=False))
    return (*passage.sentences, *pairs)


def _labels(folder: Path) -> tuple[int, int | None]:
    """Return the numbers of the labels for entailment and, where the model has one, contradiction.

    Raises: UsageError where config.json names none for entailment.
    """
    try:
        config: Any = json.loads((folder / "config.json").read_text("utf-8"))
        named = {str(label).lower(): int(number) for number, label in config["id2label"].items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
        named = {}
    yes = next((n for label, n in named.items() if label.startswith("entail")), None)
    no = next((n for label, n in named.items() if label.startswith("contra")), None)
    if yes is None:
        raise UsageError("names no label for entailment under id2label", str(folder / "config.json"), "mend the file")
    return yes, no


def _answer(verdict: Verdict, question: Question, quotes: tuple[Quote, ...]) -> str:
    value: dict[str, Any] = {"verdict": verdict.value, "quotes": [quote._asdict() for quote in quotes]}
    if verdict is not Verdict.SUPPORTED:
        value |= {"part": question.text, "kind": "other"}
    return json.dumps(value)
