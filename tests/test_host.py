"""The host of the measurements: it compresses as a static host does."""

import gzip
import urllib.error
import urllib.request

import pytest

from tests.bench.host import hosted

PAGE = b"<!doctype html>" + 100 * b"<p>One and one is two.</p>"


@pytest.fixture
def site(tmp_path):
    (tmp_path / "index.html").write_bytes(PAGE)
    (tmp_path / "numpy.whl").write_bytes(PAGE)
    (tmp_path / "folder").mkdir()
    with hosted(tmp_path) as site:
        yield site


def ask(address, **headers):
    wanted = urllib.request.Request(address, headers=headers)
    with urllib.request.urlopen(wanted, timeout=10) as answer:
        return answer.headers, answer.read()


@pytest.mark.parametrize("path", ["", "index.html", "index.html?embed="])
def test_text_goes_compressed_and_what_went_is_noted(site, path):
    headers, body = ask(site.address + path, **{"Accept-Encoding": "gzip, br"})
    assert headers["Content-Encoding"] == "gzip"
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert gzip.decompress(body) == PAGE
    assert site.sent == [("/" + path.partition("?")[0], len(body))]


def test_what_is_packed_already_goes_as_it_is(site):
    headers, body = ask(site.address + "numpy.whl", **{"Accept-Encoding": "gzip"})
    assert (headers["Content-Encoding"], body) == (None, PAGE)


def test_who_does_not_take_compressed_text_gets_it_plain(site):
    headers, body = ask(site.address)
    assert (headers["Content-Encoding"], body) == (None, PAGE)


def test_a_file_that_has_not_changed_is_not_sent_again(site):
    headers, _ = ask(site.address, **{"Accept-Encoding": "gzip"})
    since = {"Accept-Encoding": "gzip", "If-Modified-Since": headers["Last-Modified"]}
    with pytest.raises(urllib.error.HTTPError) as refused:
        ask(site.address, **since)
    refused.value.close()
    assert refused.value.code == 304


@pytest.mark.parametrize("path", ["nothing.js", "folder/"])
def test_what_is_not_there_is_not_found(site, path):
    with pytest.raises(urllib.error.HTTPError) as refused:
        ask(site.address + path, **{"Accept-Encoding": "gzip"})
    refused.value.close()
    assert refused.value.code == 404
