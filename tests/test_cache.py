"""The cache: it gives back what was put in, or nothing, and shows it to nobody else."""

from __future__ import annotations

import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from budgetlint import cache
from budgetlint.cache import Cache, location, opened

KEY, OTHER = "a" * 64, "b" * 64
posix = pytest.mark.skipif(os.name == "nt", reason="the permissions of POSIX")


@pytest.fixture
def held() -> Cache:
    found = opened()
    assert found
    return found


def mode(path: Path) -> int:
    return stat.S_IMODE(path.lstat().st_mode)


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


# What goes in comes out


def test_what_was_put_in_comes_out(held: Cache) -> None:
    held.put(KEY, b"result")
    held.put(OTHER, b"")
    again = opened()
    assert again
    assert (again.get(KEY), again.get(OTHER), again.get("c" * 64)) == (b"result", b"", None)


def test_the_last_one_put_in_counts(held: Cache) -> None:
    held.put(KEY, b"old")
    held.put(KEY, b"new")
    assert held.get(KEY) == b"new"
    assert names(held.folder) == {KEY}


# Damage


@pytest.mark.parametrize("data", [b"", b"x", b"x" * 32, b"x" * 1000])
def test_a_file_of_something_else_counts_as_absent(held: Cache, data: bytes) -> None:
    held.put(KEY, b"result")
    (held.folder / KEY).write_bytes(data)
    assert held.get(KEY) is None


def test_any_changed_lost_or_added_byte_makes_a_result_absent(held: Cache) -> None:
    held.put(KEY, b"result")
    path = held.folder / KEY
    whole = path.read_bytes()
    changed = [whole[:i] + bytes([whole[i] ^ 1]) + whole[i + 1 :] for i in range(len(whole))]
    for damaged in (*changed, *(whole[:i] for i in range(len(whole))), whole + b"x"):
        path.write_bytes(damaged)
        assert held.get(KEY) is None
    path.write_bytes(whole)
    assert held.get(KEY) == b"result"


def test_a_result_under_the_name_of_another_is_absent(held: Cache) -> None:
    held.put(KEY, b"result")
    (held.folder / KEY).rename(held.folder / OTHER)
    assert held.get(OTHER) is None


def test_a_folder_in_the_place_of_a_result_does_no_harm(held: Cache) -> None:
    (held.folder / KEY).mkdir()
    held.put(KEY, b"result")
    assert held.get(KEY) is None
    assert names(held.folder) == {KEY}


def test_a_cache_that_vanishes_does_no_harm(held: Cache) -> None:
    held.put(KEY, b"result")
    held.clear()
    assert not held.folder.exists()
    held.put(KEY, b"result")
    held.tidy()
    assert (held.get(KEY), held.clear()) == (None, (0, 0))


def test_several_at_once_never_see_half_a_result(held: Cache) -> None:
    results = [bytes([number]) * 50_000 for number in range(4)]
    seen: list[bytes | None] = []

    def work(result: bytes) -> None:
        for _ in range(30):
            held.put(KEY, result)
            seen.append(held.get(KEY))

    threads = [threading.Thread(target=work, args=(result,)) for result in results]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(seen) == 120
    assert set(seen) <= set(results)
    assert names(held.folder) == {KEY}


# Who may read it


@posix
def test_folder_and_files_are_for_the_user_alone_whatever_the_umask(cache_folder: Path) -> None:
    before = os.umask(0)
    try:
        held = opened()
        assert held
        held.put(KEY, b"result")
    finally:
        os.umask(before)
    assert held.folder.parent == cache_folder
    assert (mode(held.folder), mode(held.folder / KEY)) == (0o700, 0o600)


@posix
def test_a_folder_that_others_can_enter_is_not_used(cache_folder: Path) -> None:
    (cache_folder / "budgetlint-results").mkdir()
    (cache_folder / "budgetlint-results").chmod(0o755)
    assert opened() is None


@posix
def test_a_link_in_the_place_of_the_folder_is_not_followed(
    cache_folder: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    (elsewhere / KEY).write_bytes(b"of somebody")
    link = cache_folder / "budgetlint-results"
    link.symlink_to(elsewhere)
    assert opened() is None
    assert Cache(link).clear() == (0, 0)
    assert names(elsewhere) == {KEY}


@posix
def test_a_folder_in_which_others_can_rename_is_not_used(cache_folder: Path) -> None:
    cache_folder.chmod(0o777)
    assert opened() is None
    cache_folder.chmod(0o1777)
    assert opened(), "as in /tmp, where each can rename only what is his own"


@posix
@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="needs another user")
@pytest.mark.parametrize("whose", ["folder", "parent"])
def test_the_folder_of_another_user_is_not_used(whose: str, held: Cache) -> None:
    os.chown(held.folder if whose == "folder" else held.folder.parent, 12345, -1)
    assert opened() is None


@posix
def test_a_result_that_is_a_link_is_not_followed(held: Cache, tmp_path: Path) -> None:
    held.put(KEY, b"result")
    (held.folder / KEY).rename(tmp_path / "moved")
    (held.folder / KEY).symlink_to(tmp_path / "moved")
    assert held.get(KEY) is None
    held.put(KEY, b"new")
    assert held.get(KEY) == b"new"
    assert b"new" not in (tmp_path / "moved").read_bytes()


def test_a_file_in_the_place_of_the_folder_means_no_cache(cache_folder: Path) -> None:
    (cache_folder / "budgetlint-results").write_bytes(b"")
    assert opened() is None


# Where it lies


def test_the_environment_says_where(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BUDGETLINT_CACHE_DIR", "缓存")
    assert location() == Path(os.path.realpath(tmp_path)) / "缓存" / "budgetlint-results"
    assert opened(), "it is made where there is none"


@pytest.mark.skipif(sys.platform != "linux", reason="the place that Linux has for it")
def test_without_a_word_it_lies_where_the_system_wants_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BUDGETLINT_CACHE_DIR")
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert location() == Path("/somewhere/budgetlint/budgetlint-results")


@pytest.mark.skipif(sys.platform != "linux", reason="a user without a home")
def test_a_user_without_a_home_has_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BUDGETLINT_CACHE_DIR")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    assert location() is None
    assert opened() is None


# How much it holds


def aged(held: Cache, key: str, seconds: float, size: int = 100) -> Path:
    """A result that was used last so many seconds ago."""
    held.put(key, b"x" * size)
    path = held.folder / key
    now = path.stat().st_mtime
    os.utime(path, (now - seconds, now - seconds))
    return path


def test_what_was_not_used_for_longest_goes_first(
    held: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "LARGEST", 300)
    for age, name in enumerate("abc"):
        aged(held, name * 64, 1000.0 * age)
    held.tidy()
    assert names(held.folder) == {"a" * 64, "b" * 64}


def test_what_is_used_stays(held: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LARGEST", 300)
    for age, name in enumerate("abc"):
        aged(held, name * 64, 1000.0 * (age + 1))
    assert held.get("c" * 64)
    held.tidy()
    assert names(held.folder) == {"a" * 64, "c" * 64}


def test_what_was_not_used_for_a_month_goes(held: Cache) -> None:
    aged(held, KEY, 31 * 24 * 3600)
    aged(held, OTHER, 29 * 24 * 3600)
    unfinished = aged(held, "c" * 64, 31 * 24 * 3600).rename(held.folder / f"{KEY}.x_1.tmp")
    held.tidy()
    assert names(held.folder) == {OTHER}
    assert not unfinished.exists()


def test_clearing_takes_only_what_is_the_caches_own(held: Cache) -> None:
    held.put(KEY, b"x" * 68)
    (held.folder / f"{OTHER}.x_1.tmp").write_bytes(b"x" * 10)
    (held.folder / "说明.tmp").write_bytes(b"x")
    assert held.clear() == (2, 110)
    assert names(held.folder) == {"说明.tmp"}
