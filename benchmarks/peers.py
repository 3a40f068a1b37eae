"""Times programs for text on the files named, and assay beside them: peers.py ASSAY FILE…

medspaCy runs its default pipeline (sentences, target rules, context) with a few target rules; proselint runs all its checks.
Neither judges a clinical claim; the times tell what reading text costs in each.
"""

import contextlib
import os
import resource
import subprocess
import sys
import time


def megabytes(paths):
    return sum(len(open(path, "rb").read()) for path in paths) / 1e6


def texts(paths):
    return [open(path, encoding="utf-8").read() for path in paths]


def assay(program, paths):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [program, "check", "--format", "jsonl", "--fail-on", "never", "--jobs", "1", *paths],
        stdout=subprocess.DEVNULL,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def medspacy_seconds(paths):
    import medspacy
    from medspacy.ner import TargetRule

    pipeline = medspacy.load()
    matcher = pipeline.get_pipe("medspacy_target_matcher")
    for word in ["melasma", "vitiligo", "acne", "vitamin C", "kojic acid", "retinol", "laser", "melanin"]:
        matcher.add(TargetRule(word, "CONCEPT"))
    start = time.process_time()
    for text in texts(paths):
        pipeline(text)
    return time.process_time() - start


def proselint_seconds(paths):
    from proselint.checks import __register__
    from proselint.registry import CheckRegistry
    from proselint.tools import LintFile

    CheckRegistry().register_many(__register__)
    start = time.process_time()
    for path in paths:
        LintFile(source=path, content=open(path, encoding="utf-8").read()).lint()
    return time.process_time() - start


def main():
    program, *paths = sys.argv[1:]
    size = megabytes(paths)
    base = assay(program, paths)
    print(f"  assay check    {size / base:8.3f} MB/s, its start included")
    for name, work in [("medspaCy", medspacy_seconds), ("proselint", proselint_seconds)]:
        try:
            with open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
                seconds = work(paths)
        except Exception as error:  # whatever is missing, the others are timed
            print(f"  {name:14} not run: {error!r}")
            continue
        print(f"  {name:14} {size / seconds:8.3f} MB/s, {seconds / base:.0f} times the time")


main()
