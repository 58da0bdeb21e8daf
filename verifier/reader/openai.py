"""Ask any endpoint that speaks the chat interface of OpenAI, on this machine or elsewhere."""

from __future__ import annotations

import json
import os
import time
from typing import TYPE_CHECKING, Any

from verifier.errors import UsageError
from verifier.reader.addresses import address, is_local, seconds
from verifier.reader.answers import MAX_ANSWER
from verifier.reader.prompt import messages
from verifier.reader.values import Options, Question, ReaderError

if TYPE_CHECKING:
    import httpx

URL, MODEL, KEY = "VERIFIER_READER_URL", "VERIFIER_READER_MODEL", "VERIFIER_READER_KEY"
_TIMEOUT, _TOTAL = 60.0, 150.0
_MOST_BYTES = 4 * MAX_ANSWER
_SECRET = 8
_BUSY = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_UNSUITABLE = frozenset({400, 422})
_REFUSED = frozenset({401, 402, 403, 404, 405})
_HINTS = {401: f"see {KEY}", 403: f"see {KEY}", 404: "check address and model", 402: "see your account there"}


def make(options: Options) -> ChatReader:
    """Return a reader for an endpoint; its address and model are options or stand in the environment, its key there.

    Raises: UsageError where address or model is missing or wrong.
    """
    url = options.url or os.environ.get(URL, "")
    model = options.model or os.environ.get(MODEL, "")
    if not url or not model:
        missing = f"--reader-url or {URL}" if not url else f"--reader-model or {MODEL}"
        raise UsageError("needs an address and a model", "reader openai", f"give {missing}")
    return ChatReader(url, model, os.environ.get(KEY, ""))


class UnsuitableError(ReaderError):
    """Say that an endpoint does not take a question in this form."""


class ChatReader:
    """Ask an endpoint; follow no redirect, read no more than an answer may hold, let the key go nowhere else."""

    def __init__(
        self, url: str, model: str, key: str = "", *, timeout: float = _TIMEOUT, total: float = _TOTAL
    ) -> None:
        import httpx

        parts = address(url, key, KEY)
        self.model = model
        self._where = f"reader at {parts.netloc}"
        self._url = f"{url.rstrip('/')}/chat/completions"
        self._key, self._total = key, total
        self._settings = {"temperature": 0}
        self._client = httpx.Client(
            timeout=timeout,
            follow_redirects=False,
            trust_env=not is_local(parts.hostname or ""),
            headers={"Accept-Encoding": "identity"} | ({"Authorization": f"Bearer {key}"} if key else {}),
        )

    def ask(self, question: Question) -> str:
        """Return the endpoint's answer; one that takes no temperature is asked without from then on.

        Raises: ReaderError where there is none.
        """
        settings = self._settings
        try:
            return self._answer(question, settings)
        except UnsuitableError:
            if not settings:
                raise
            answer = self._answer(question, {})
            self._settings = {}
            return answer

    def _answer(self, question: Question, settings: dict[str, int]) -> str:
        import httpx

        body = {"model": self.model, "messages": messages(question)} | settings
        try:
            with self._client.stream("POST", self._url, json=body) as response:
                self._judged(response)
                text = self._read(response)
        except httpx.TimeoutException as error:
            raise ReaderError("does not answer in time", self._where, again=True) from error
        except httpx.HTTPError as error:
            raise ReaderError(f"cannot be reached ({type(error).__name__})", self._where, again=True) from error
        return self._content(text)

    def _judged(self, response: httpx.Response) -> None:
        """Refuse all but success; what the endpoint says of it is not repeated, since it may hold the key."""
        status = response.status_code
        if 200 <= status < 300:
            return
        what = "redirects, which is not followed" if 300 <= status < 400 else f"answers with status {status}"
        fatal = status in _REFUSED or 300 <= status < 400
        hint = _HINTS.get(status, "")
        if status in _UNSUITABLE:
            raise UnsuitableError(what, self._where, hint)
        after = seconds(response.headers.get("retry-after", ""))
        raise ReaderError(what, self._where, hint, again=status in _BUSY, after=after, fatal=fatal)

    def _read(self, response: httpx.Response) -> str:
        due, data = time.monotonic() + self._total, bytearray()
        for chunk in response.iter_raw():
            data += chunk
            if len(data) > _MOST_BYTES:
                raise ReaderError(f"answers with more than {_MOST_BYTES // 1024} KiB", self._where)
            if time.monotonic() > due:
                raise ReaderError("does not end its answer in time", self._where, again=True)
        return data.decode("utf-8", "replace")

    def _content(self, text: str) -> str:
        try:
            value: Any = json.loads(text)
            content = value["choices"][0]["message"]["content"]
        except (ValueError, LookupError, TypeError, RecursionError) as error:
            raise ReaderError("answers in another form than a chat's", self._where) from error
        if not isinstance(content, str):
            raise ReaderError("answers without text", self._where)
        if len(self._key) >= _SECRET and (self._key in content or self._key in _unescaped(content)):
            raise ReaderError("repeats its key in an answer, which was thrown away", self._where)
        return content


def _unescaped(content: str) -> str:
    """Return an answer as it reads once the escapes of its JSON are gone."""
    try:
        return json.dumps(json.loads(content), ensure_ascii=False)
    except (ValueError, RecursionError):
        return content
