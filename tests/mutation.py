#!/usr/bin/env python3
"""Keeps the results of mutation.sh in mutation.json, and writes its page. Every number of the page is computed here.

mutation.py mutants PROJECT COMMIT REPORT FILE…    the counts of a run of Stryker (JSON) over these files of services/PROJECT
mutation.py coverage PROJECT COMMIT REPORT         the counts of a run of coverlet (Cobertura)
mutation.py page
"""
import json
import os
import platform
import sys
import xml.etree.ElementTree as xml
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
RESULTS = HERE / "mutation.json"
PAGE = HERE / "MUTATION.md"
COLUMNS = ["Killed", "Timeout", "Survived", "NoCoverage"]


def mutants(report: Path, project: str) -> dict[str, Counter]:
    """Number of mutants by status of each file of services/PROJECT."""
    files = json.loads(report.read_text())["files"]
    return {inner: Counter(mutant["status"] for mutant in file["mutants"]) for path, file in files.items() if (inner := inside(path, project))}


def add_mutants(results: dict, project: str, commit: str, report: Path, files: list[str]) -> None:
    """Replaces the results of these files. A file without mutants has counts of 0; the report does not name it."""
    found = mutants(report, project)
    for file in files:
        # Results of a whole folder, made before they were kept by file, end with the first new result in it.
        results[project]["mutants"].pop(f"{folder(file)}/", None)
        count = found.get(file, Counter())
        results[project]["mutants"][file] = {status: count[status] for status in [*COLUMNS, "CompileError"]} | {"commit": commit, "machine": machine()}


def score(count: Counter) -> str:
    """Killed of all tested. Stryker adds timeouts, but on a loaded machine a timeout does not show that a test fails."""
    tested = sum(count[status] for status in COLUMNS)
    return f"{100 * count['Killed'] / tested:.1f} %" if tested else "–"


def row(name: str, files: str, count: Counter, commits: str) -> str:
    cells = [name, files, sum(count[status] for status in COLUMNS), *(count[status] for status in COLUMNS), count["CompileError"], score(count), commits]
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def mutation_table(project: str, measured: dict) -> list[str]:
    lines = [
        "| folder | files | mutants | killed | timeout | survived | no coverage | do not compile | score | commit |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---|",
    ]
    # Files that were moved or deleted since do not count.
    here = {path: result for path, result in measured.items() if (HERE.parent / "services" / project / path).exists()}
    for name in sorted({folder(path) for path in here}):
        part = [result for path, result in here.items() if folder(path) == name]
        of = len(list((HERE.parent / "services" / project / name).rglob("*.cs")))
        lines.append(row(f"`{name}`", f"{number(part)} of {of}", total(part), ", ".join(sorted({result["commit"] for result in part}))))
    return [*lines, row("all of these", str(number(here.values())), total(here.values()), "")]


def number(results) -> int:
    """Number of measured files."""
    return sum(result.get("files", 1) for result in results)


def total(results) -> Counter:
    return Counter({status: sum(result[status] for result in results) for status in [*COLUMNS, "CompileError"]})


def inside(path: str, project: str) -> str | None:
    """The path below services/PROJECT; None for files of other projects and generated files."""
    parts = Path(path).parts
    if "services" not in parts or "obj" in parts:
        return None
    parts = parts[parts.index("services") + 1:]
    return "/".join(parts[1:]) if parts[0] == project else None


def folder(file: str) -> str:
    """The first folder of a path below services/PROJECT, or a full stop."""
    return file.split("/")[0] if "/" in file else "."


def coverage(report: Path, project: str) -> dict[str, Counter]:
    """Lines and branches by folder. Cobertura repeats a line for each class of its file, so that lines are merged first."""
    lines: dict[tuple[str, str, str], tuple[bool, int, int]] = {}
    for unit in xml.parse(report).getroot().iter("class"):
        file = inside(unit.get("filename"), project)
        place = folder(file) if file else None
        for line in unit.find("lines").iter("line") if place else ():
            taken, branches = (int(n) for n in line.get("condition-coverage", "0% (0/0)").split("(")[1].rstrip(")").split("/"))
            key = (place, unit.get("filename"), line.get("number"))
            hit, most, of = lines.get(key, (False, 0, 0))
            lines[key] = (hit or int(line.get("hits")) > 0, max(most, taken), max(of, branches))
    result: dict[str, Counter] = {}
    for (place, _, _), (hit, taken, branches) in lines.items():
        result.setdefault(place, Counter()).update(lines=1, hit=int(hit), branches=branches, taken=taken)
    return result


def coverage_table(folders: dict[str, dict]) -> list[str]:
    lines = ["| folder | lines | covered | branches | covered |", "|---|---:|---:|---:|---:|"]
    everything = sum((Counter(count) for count in folders.values()), Counter())
    for name, count in [*((f"`{name}`", Counter(count)) for name, count in sorted(folders.items())), ("the project", everything)]:
        share = [f"{100 * count[part] / count[whole]:.1f} %" if count[whole] else "–" for part, whole in (("hit", "lines"), ("taken", "branches"))]
        lines.append(f"| {name} | {count['lines']} | {share[0]} | {count['branches']} | {share[1]} |")
    return lines


def machine() -> str:
    names = [line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    return f"{os.cpu_count()} cores of {names[0] if names else platform.processor()}, {platform.system()}"


def page(results: dict) -> list[str]:
    lines = [
        "# Mutation score and coverage",
        "",
        "Made by `tests/mutation.sh` from `mutation.json`; do not edit. Stryker changes one operator, condition, statement or text of the program at a time, and runs the tests that reach it.",
        "A mutant is killed when a test fails, and survives when all pass. Score: killed of all tested mutants; Stryker itself also counts timeouts, which other work on the machine can cause.",
        "Folders without a row, and files that a row does not count, were not measured.",
    ]
    for project, result in sorted(results.items()):
        if result["mutants"]:
            tests = json.loads((HERE / f"{project}.Tests" / "stryker-config.json").read_text())["stryker-config"]["test-case-filter"]
            machines = "; ".join(sorted({file["machine"] for file in result["mutants"].values()}))
            lines += ["", f"## {project}: mutants", "", f"`tests/mutation.sh {project} PART`. Tests: `{tests}`.", f"Machine: {machines}, shared with other work.", ""]
            lines += mutation_table(project, result["mutants"])
        if run := result.get("coverage"):
            lines += ["", f"## {project}: coverage", "", f"`tests/mutation.sh {project} --coverage`: all tests of `tests/{project}.Tests`, commit {run['commit']}.", ""]
            lines += coverage_table(run["folders"])
    return lines


def main(command: str, *arguments: str) -> None:
    results = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    if command != "page":
        project, commit, report, *files = arguments
        results.setdefault(project, {"mutants": {}})
        if command == "mutants":
            add_mutants(results, project, commit, Path(report), files)
        else:
            results[project]["coverage"] = {"commit": commit, "folders": coverage(Path(report), project)}
        RESULTS.write_text(json.dumps(results, indent=1, sort_keys=True) + "\n")
    PAGE.write_text("\n".join(page(results)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
