#!/usr/bin/env python3
"""Writes the page of mutation.sh from the reports of Stryker (JSON) and coverlet (Cobertura). Every number of the page is computed here.

mutation.py REPORTS PAGE
"""
import json
import os
import platform
import sys
import xml.etree.ElementTree as xml
from collections import Counter
from pathlib import Path

PROJECTS = ["Extractor", "Ingest"]
COLUMNS = ["Killed", "Timeout", "Survived", "NoCoverage"]


def mutants(file: dict) -> Counter:
    """Number of mutants by status; empty for a file that the run left out, whose mutants are compiled but not tested."""
    count = Counter(mutant["status"] for mutant in file["mutants"])
    return count if any(count[status] for status in COLUMNS) else Counter()


def score(count: Counter) -> str:
    """Killed of all tested. Stryker adds timeouts, but on a loaded machine a timeout does not show that a test fails."""
    tested = sum(count[status] for status in COLUMNS)
    return f"{100 * count['Killed'] / tested:.1f} %" if tested else "–"


def row(name: str, files: str, count: Counter, commits: str) -> str:
    cells = [name, files, sum(count[status] for status in COLUMNS), *(count[status] for status in COLUMNS), count["CompileError"], score(count), commits]
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def measured(reports: Path, project: str) -> tuple[dict[str, tuple[Counter, str]], Counter]:
    """The latest result of each file with its commit, and the number of files with mutants by folder."""
    runs = sorted((json.loads(path.read_text()) | {"folder": path.parent} for path in reports.glob("*/run.json")), key=lambda run: run["finished"])
    results: dict[str, tuple[Counter, str]] = {}
    files: set[str] = set()
    for run in (run for run in runs if run["folder"].name != "coverage"):
        report = json.loads((run["folder"] / "reports" / "mutation-report.json").read_text())
        files |= {path for path, file in report["files"].items() if file["mutants"]}
        results |= {path: (count, run["commit"]) for path, file in report["files"].items() if (count := mutants(file))}
    return results, Counter(folder(path, project) for path in files)


def mutation_table(reports: Path, project: str) -> list[str]:
    lines = [
        "| folder | files | mutants | killed | timeout | survived | no coverage | do not compile | score | commit |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---|",
    ]
    results, files = measured(reports, project)
    for name in sorted({folder(path, project) for path in results}):
        part = [result for path, result in results.items() if folder(path, project) == name]
        total = sum((count for count, _ in part), Counter())
        lines.append(row(f"`{name}`", f"{len(part)} of {files[name]}", total, ", ".join(sorted({commit for _, commit in part}))))
    return [*lines, row("all of these", str(len(results)), sum((count for count, _ in results.values()), Counter()), "")]


def folder(filename: str, project: str) -> str | None:
    """The folder of services/PROJECT that holds a file; None for files of other projects and generated files."""
    parts = Path(filename).parts
    if "services" not in parts or "obj" in parts:
        return None
    parts = parts[parts.index("services") + 1:]
    return None if parts[0] != project else parts[1] if len(parts) > 2 else "."


def coverage(report: Path, project: str) -> dict[str, Counter]:
    """Lines and branches by folder. Cobertura repeats a line for each class of its file, so that lines are merged first."""
    lines: dict[tuple[str, str, str], tuple[bool, int, int]] = {}
    for unit in xml.parse(report).getroot().iter("class"):
        place = folder(unit.get("filename"), project)
        for line in unit.find("lines").iter("line") if place else ():
            taken, branches = (int(n) for n in line.get("condition-coverage", "0% (0/0)").split("(")[1].rstrip(")").split("/"))
            key = (place, unit.get("filename"), line.get("number"))
            hit, most, of = lines.get(key, (False, 0, 0))
            lines[key] = (hit or int(line.get("hits")) > 0, max(most, taken), max(of, branches))
    result: dict[str, Counter] = {}
    for (place, _, _), (hit, taken, branches) in lines.items():
        result.setdefault(place, Counter()).update(lines=1, hit=int(hit), branches=branches, taken=taken)
    return result


def coverage_table(report: Path, project: str) -> list[str]:
    lines = ["| folder | lines | covered | branches | covered |", "|---|---:|---:|---:|---:|"]
    folders = coverage(report, project)
    for name, count in [*sorted(folders.items()), ("the project", sum(folders.values(), Counter()))]:
        share = [f"{100 * count[part] / count[whole]:.1f} %" if count[whole] else "–" for part, whole in (("hit", "lines"), ("taken", "branches"))]
        title = name if name == "the project" else f"`{name}`"
        lines.append(f"| {title} | {count['lines']} | {share[0]} | {count['branches']} | {share[1]} |")
    return lines


def machine() -> str:
    names = [line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    return f"{os.cpu_count()} cores of {names[0] if names else platform.processor()}, {platform.system()}"


def page(reports: Path) -> list[str]:
    lines = [
        "# Mutation score and coverage",
        "",
        "Made by `tests/mutation.sh`; do not edit. Stryker changes one operator, condition, statement or text of the program at a time, and runs the tests that reach it.",
        "A mutant is killed when a test fails, and survives when all pass. Score: killed of all tested mutants; Stryker itself also counts timeouts, which other work on the machine can cause. Folders without a row, and files that a row does not count, were not measured.",
        f"Machine: {machine()}, shared with other work.",
    ]
    for project in PROJECTS:
        here = reports / project
        if any(here.glob("*/reports/mutation-report.json")):
            tests = json.loads(Path(f"tests/{project}.Tests/stryker-config.json").read_text())["stryker-config"]["test-case-filter"]
            lines += ["", f"## {project}: mutants", "", f"`tests/mutation.sh {project} PART`. Tests: `{tests}`.", "", *mutation_table(here, project)]
        cobertura = here / "coverage" / "coverage.cobertura.xml"
        if cobertura.exists():
            run = json.loads((here / "coverage" / "run.json").read_text())
            lines += ["", f"## {project}: coverage", "", f"`tests/mutation.sh {project} --coverage`: all tests of `tests/{project}.Tests`, commit {run['commit']}.", ""]
            lines += coverage_table(cobertura, project)
    return lines


if __name__ == "__main__":
    Path(sys.argv[2]).write_text("\n".join(page(Path(sys.argv[1]))) + "\n")
