# SPDX-License-Identifier: ISC
"""recall.py - how many words of real documents "lectern print" shows

Usage: recall.py SHARED SHORTFALLS LECTERN, as recall.test runs it.  SHARED is
the reference material; its tools/text_recall.py counts the words.  Prints TAP.

Every document of the corpus is printed, with exit status 0, and keeps .999 of
its words, each of the small suites .998 of all of theirs.  SHORTFALLS lists
the documents that do not, with the words that the count misses and how they
stand in what was printed: a word more, one less or one that is not there after
all is a failure.
"""
import contextlib
import io
import os
import re
import subprocess
import sys

EACH, SUITE = .999, .998

# What authors keep in many files, and a file of the corpus that holds the same
# in one, where the entities of the former cannot be had from its folder.
SAME_AS = {"multi/postgres/postgres.sgml": "single/postgres15.xml"}
ROOTS = {"multi/lfs": ["index.xml"], "multi/postgres": ["postgres.sgml"]}


def documents(top):
    """The documents below TOP, by their paths from there."""
    for place, folders, files in os.walk(top):
        folders.sort()
        here = os.path.relpath(place, top)
        if here in ROOTS:
            files, folders[:] = ROOTS[here], []
        for name in sorted(files):
            if name.endswith((".xml", ".sgml")):
                yield os.path.join(here, name)


def shortfalls(path):
    """{document: (exit status, {word: how it is shown})} of the list."""
    found = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            fields = line.split()
            if not fields or fields[0].startswith("#"):
                continue
            status = 0
            if len(fields) > 1 and fields[1].startswith("status="):
                status = int(fields.pop(1)[7:])
            words = dict(field.split("=", 1) for field in fields[1:])
            found[fields[0]] = (status, words)
    return found


def printed(lectern, path):
    """The exit status and the text, with hyphenated words joined again."""
    got = subprocess.run([lectern, "print", path], stdin=subprocess.DEVNULL,
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                         check=False)
    text = got.stdout.decode("utf-8", "replace")
    return got.returncode, re.sub("(?<=[^\\W\\d_])[\u2010\u00ad]\n\\s*", "", text)


def missed(counter, reference, text):
    """The score, and the words of the body that the count misses."""
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        score = counter.score(reference, counter.tokens(text), 100)
    runs = re.findall(r"^lost .*\[\[(.*)\]\]$", said.getvalue(), re.M)
    return score, sorted({word for run in runs for word in run.split()})


def is_resolved(path):
    """Has it no declarations and no files of its own?"""
    with open(path, "rb") as file:
        data = file.read()
    return b"<!DOCTYPE" not in data and b"XInclude" not in data


def faults(name, top, lectern, counter, listed, sums):
    """What is wrong with a document, a line each."""
    path = os.path.join(top, name)
    status, text = printed(lectern, path)
    expected, words = listed.pop(name, (0, {}))
    if status != expected:
        yield f"exit status {status}, expected {expected}"
    if expected != 0:
        return
    source = os.path.join(top, SAME_AS.get(name, name))
    reference = counter.streams(source, not is_resolved(source))
    score, lost = missed(counter, reference, text)
    total = sums.setdefault(os.path.dirname(name), [0, 0.])
    total[0] += score["words"]
    total[1] += score["words"] * score["recall"]
    if score["recall"] >= EACH:
        lost = []
    for word in lost:
        if word not in words:
            yield f"recall {score['recall']:.4f}: \"{word}\" is missing"
    for word, shown in words.items():
        if word not in lost:
            yield f"\"{word}\" is listed and not missing; take it off"
        elif shown not in re.sub(r"\s+", "", text):
            yield f"\"{word}\" is not shown as \"{shown}\""


def main():
    shared, path, lectern = sys.argv[1:]
    sys.path.insert(0, os.path.join(shared, "tools"))
    sys.dont_write_bytecode = True
    import text_recall as counter
    top = os.path.join(shared, "corpus", "docbook")
    listed, sums, count = shortfalls(path), {}, 0

    def result(name, said):
        nonlocal count
        count += 1
        print(f"{'not ok' if said else 'ok'} {count} - {name}", flush=True)
        for line in said:
            print(f"# {line}")

    for name in documents(top):
        result(name, list(faults(name, top, lectern, counter, listed, sums)))
    for suite, (words, kept) in sorted(sums.items()):
        low = suite.startswith("small") and kept < SUITE * words
        result(f"{suite}: {kept / max(words, 1):.5f} of {words} words",
               ["too few"] if low else [])
    result("the list has no other documents", list(listed))
    result("the corpus has documents", [] if count > 100 else ["too few"])
    print(f"1..{count}")


if __name__ == "__main__":
    main()
