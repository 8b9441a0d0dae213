"""Check the scripts in overrides/assets/javascripts: their types, and a linter's rules.

    python -m javascript.check
    python -m javascript.check --lock

Prints every fault; ends with 1 if there is one. `--lock` renews `package-lock.json` from
`package.json`.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from support.node_packages import ROOT, CannotRunError, NodePackages

HERE = Path(__file__).parent
SCRIPTS = ROOT / "overrides/assets/javascripts"
TOOLS = NodePackages(HERE, "Checking the scripts")
CONFIGS = ("tsconfig.json", "tsconfig.worker.json")
"""Pages and workers have different globals, so each is checked in a run of its own."""
RULES = HERE / "oxlint.json"
NOT_OURS = ("**/vendor/**", "**/*.d.ts")


def type_faults(config: Path) -> str:
    """What TypeScript reports about the scripts of a configuration; empty if all is well."""
    return _run("typescript/bin/tsc", "--pretty", "false", "--project", str(config))


def rule_faults(*paths: Path) -> str:
    """What the linter reports about scripts, or folders of them; empty if all is well."""
    ignored = [f"--ignore-pattern={each}" for each in NOT_OURS]
    config = f"--config={RULES}"
    return _run("oxlint/bin/oxlint", config, "--format=unix", *ignored, *map(str, paths))


def all_faults() -> str:
    """Everything that is wrong with our scripts, as text; empty if all is well."""
    faults = [type_faults(HERE / name) for name in CONFIGS]
    return "\n".join(filter(None, [*faults, rule_faults(SCRIPTS, HERE)]))


def main() -> None:
    """Check, or renew the lock."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--lock", action="store_true", help="renew package-lock.json")
    try:
        if parser.parse_args().lock:
            TOOLS.write_lock()
            return
        TOOLS.install()
        sys.exit(all_faults() or 0)
    except CannotRunError as error:
        sys.exit(str(error))


def _run(tool: str, *options: str) -> str:
    command = ["node", str(TOOLS.installed / "node_modules" / tool), *options]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if not result.returncode:
        return ""
    return (result.stdout + result.stderr).strip() or f"{tool} ended with {result.returncode}"


if __name__ == "__main__":
    main()
