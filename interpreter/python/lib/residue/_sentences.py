"""Findings in the reader's words."""
from ._changes import NOTHING
from ._words import FUNCTIONS, cut, is_module, is_own, shown

# Letters of a sentence, and of each name in a list of names.
LONGEST_SENTENCE = 400
LONGEST_NAME = 40

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
    return cut(_sentence(finding, shown(finding.target), cut(shown(finding.before[1])), cut(shown(finding.after[1]))), LONGEST_SENTENCE)


def _sentence(finding, target, before, after):
    kind, added, removed = finding.kind, finding.before is NOTHING, finding.after is NOTHING
    names = dict(target=target, before=before, after=after)
    if finding.status == "reverted":
        return f"`{target}` was changed and put back"
    if kind == "shadow" and "." not in finding.target:
        return f"`{target}` in this notebook hides the built-in"
    if kind == "attribute" and finding.target.endswith(".__class__"):
        return f"the module `{target.removesuffix('.__class__')}` is now of {after}"
    if kind in TITLES and (added or removed):
        return TITLES[kind][removed].format(**names)
    if kind == "generator" and after.endswith("to come"):
        return f"`{target}` has not been closed: {after}"
    if kind in ("registry", "content") and before == after:
        return f"`{target}` holds something else now ({after})"
    if kind in CHANGED and not finding.target.endswith("]"):
        return CHANGED[kind].format(**names)
    if added:
        return f"`{target}` is new: {after}"
    if removed:
        return f"`{target}` is gone"
    kinds = [_wrapper(text) for text in (before, after)]
    if kinds[0] != kinds[1] and "a plain" not in kinds[0]:
        return f"`{target}` was {kinds[0]} and is now {kinds[1]}"
    if before == after:
        return f"`{target}` is no longer the original: {after}"
    return f"`{target}` is no longer the original: {before} → {after}"


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
    made = [name for name in made if not _is_imported(watch.main[name])]
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
    return is_module(value) or (id(type(value)) in FUNCTIONS or type(value) is type) and not is_own(value)


def _list(names):
    named = ", ".join(cut(shown(name), LONGEST_NAME) for name in names[: 6 if len(names) == 6 else 5])
    return named if len(names) <= 6 else f"{named} and {len(names) - 5:,} more"
