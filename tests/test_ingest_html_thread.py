"""Read the posts of a forum's thread; what readers say below a short article is left out."""

from pathlib import Path

from verifier.ingest.sources import read_sources

_POSTS = (
    "Our lock gate stopped at four in the morning, and nobody could open it by hand.",
    "The same happened here; the controller hung after the update of its clock.",
    "A new fuse did not help, so we went back to the old program of the gate.",
)


def _text(folder: Path, body: str) -> str:
    page = f"<html><head><title>Gate stops</title></head><body><h2><a href=/t>Gate stops</a></h2>{body}</body></html>"
    (folder / "a.html").write_text(page, encoding="utf-8")
    (source,) = read_sources([folder]).sources
    return source.text


def test_posts_are_read(tmp_path: Path) -> None:
    body = "".join(
        f"<div class='post'><div class='postbody'><p class='author'>by ann, 4 May 2021</p>"
        f"<div class='content'>{said}</div><div class='signature'>ann</div></div></div>"
        for said in _POSTS
    )
    text = _text(tmp_path, body)
    assert [said for said in _POSTS if said not in text] == []
    assert "signature" not in text


def test_comments_are_none(tmp_path: Path) -> None:
    article = f"<article><h1>Gate stops</h1><p>{_POSTS[0]}</p></article>"
    comments = "".join(f"<div class='commenttext'>{said}</div>" for said in _POSTS[1:])
    text = _text(tmp_path, f"{article}<div id='commentlist'>{comments}</div>")
    assert _POSTS[0] in text
    assert not any(said in text for said in _POSTS[1:])
