"""Findings in the reader's words."""
import types

from ._changes import NOTHING
from ._words import FUNCTIONS, is_module, is_own

TITLES = {
    "meta_path": ("`sys.meta_path` has a finder more: {target}", "`sys.meta_path` has lost a finder: {target}"),
    "path_hook": ("`sys.path_hooks` has one more: {target}", "`sys.path_hooks` has lost {target}"),
    "sys_path": ("`sys.path` has one more entry: {target}", "`sys.path` has lost {target}"),
    "importer_cache": ("`sys.path_importer_cache` keeps {after} for {target}", "`sys.path_importer_cache` has lost {target}"),
    "module": ("`sys.modules` holds {target}, which no ordinary import brought", "`sys.modules` no longer holds {target}"),
    "abc": ("{target} is registered", ""),
    "verdict": ("the answer kept for {target} is out of date ({after})", ""),
    "dispatch": ("a generic function has one implementation more: {target}", "{target} is gone"),
    "cache": ("the cache of `{target}` was filled ({after})", "the cache of `{target}` was emptied"),
    "trace": ("`{target}` is active: {after}", "`{target}` was switched off"),
    "audit": ("the audit hook {target} listens from now on", ""),
    "atexit": ("`{target}` will be called at exit", "`{target}` will no longer be called at exit"),
    "context": ("the context variable {target} is set: {after}", "the context variable {target} is unset"),
    "codec": ("{target} is registered", "{target} is unregistered"),
    "registry": ("`{target}` is registered: {after}", "`{target}` is gone"),
    "environ": ("the environment has {target}={after}", "the environment has lost {target}"),
    "file": ("{target} was made ({after})", "{target} was removed"),
    "generator": ("`{target}` is {after}, inside a block that waits for its end", "`{target}` has ended"),
    "finalizer": ("`{target}` will run when an object is collected", "a finalizer is gone: {target}"),
    "phantom": ("`{target}` exists only because somebody asked for it", "`{target}` is gone"),
    "shadow": ("`{target}` hides what it inherits: {after}", "`{target}` is gone"),
    "logging": ("`{target}` is set: {after}", "`{target}` is unset"),
}
CHANGED = {
    "file": "{target} was changed",
    "random": "the shared random generator was seeded",
    "cache": "the cache of `{target}` holds {after} now",
    "registry": "`{target}` holds {after} now, and held {before}",
    "content": "`{target}` holds {after} now, and held {before}",
    "module": "`sys.modules['{target}']` is another object",
    "warnings": "`{target}` was changed: {before} → {after}",
    "setting": "`{target}` was changed: {before} → {after}",
}


def sentence(finding):
    added, removed = finding.before is NOTHING, finding.after is NOTHING
    names = dict(target=finding.target, before=finding.before[1], after=finding.after[1])
    if finding.status == "reverted":
        return f"`{finding.target}` was changed and put back"
    if finding.kind == "shadow" and "." not in finding.target:
        return f"`{finding.target}` in this notebook hides the built-in"
    if finding.target.endswith(".__class__"):
        return f"the module `{finding.target.removesuffix('.__class__')}` is now of {finding.after[1]}"
    if finding.kind in TITLES and (added or removed):
        return TITLES[finding.kind][removed].format(**names)
    if finding.kind == "generator" and finding.after[1].endswith("to come"):
        return f"`{finding.target}` has not been closed: {finding.after[1]}"
    if finding.kind in ("registry", "content") and finding.before[1] == finding.after[1]:
        return f"`{finding.target}` holds something else now ({finding.after[1]})"
    if finding.kind in CHANGED and not finding.target.endswith("]"):
        return CHANGED[finding.kind].format(**names)
    if added:
        return f"`{finding.target}` is new: {finding.after[1]}"
    if removed:
        return f"`{finding.target}` is gone"
    kinds = [_wrapper(text) for text in (finding.before[1], finding.after[1])]
    if kinds[0] != kinds[1] and "a plain" not in kinds[0]:
        return f"`{finding.target}` was {kinds[0]} and is now {kinds[1]}"
    if finding.before[1] == finding.after[1]:
        return f"`{finding.target}` is no longer the original: {finding.after[1]}"
    return f"`{finding.target}` is no longer the original: {finding.before[1]} → {finding.after[1]}"


def _wrapper(text):
    for word, words in (("staticmethod(", "a static method"), ("classmethod(", "a class method"), ("<method ", "a bound method")):
        if text.startswith(word):
            return words
    return "a plain function" if text.startswith("<function ") else "a plain value"


def ordinary(watch):
    """What a cell did that is nobody's business but its own, in one line."""
    first, last = watch.first, watch.last
    made = [name for name in watch.main if type(name) is str and name not in first.names and name[:2] != "__"]
    modules = [name for name in made if _is_imported(watch.main[name])]
    made = [name for name in made if name not in modules]
    imported = len(last.modules.keys() - first.modules.keys())
    parts = []
    if made:
        parts.append("defines " + _list(made))
    if modules:
        parts.append("imports " + _list(modules))
    elif imported:
        parts.append(f"imports {imported} library module{'' if imported == 1 else 's'}")
    return "; ".join(parts)


def _is_imported(value):
    return is_module(value) or type(value) in FUNCTIONS + (type,) and not is_own(value)


def _list(names):
    return ", ".join(names) if len(names) <= 6 else ", ".join(names[:5]) + f" and {len(names) - 5} more"
