"""The lens on a call: the layers around a function, from outside to inside, and the frames that a call really enters.

The subject is a callable, such as `f`, or a call, such as `f(x)`. To see the layers, nothing of the reader's is called
but what `inspect.signature` asks for. A call is then really done, and the picture says which frames were entered, and
which of them an exception left.
"""

import ast
from inspect import (
    AGEN_CREATED,
    CO_ASYNC_GENERATOR,
    CO_COROUTINE,
    CO_GENERATOR,
    CORO_CREATED,
    GEN_CREATED,
    getasyncgenstate,
    getcoroutinestate,
    getgeneratorstate,
)
from types import AsyncGeneratorType, CoroutineType, GeneratorType

from lenses._calling import MOST_FRAMES, Call, chain_of, has_traceback
from lenses._objects import class_name, describe, is_a, phrase_of
from lenses._picture import NoPicture, cut, node, tree
from lenses._shells import is_single_dispatch, shells_of

# The name under which the namespace holds what is called, while it is called: none that a reader can write.
CALLEE = "(called)"
# How to ask whether the body of a generator or a coroutine has begun.
STATES = [
    (GeneratorType, getgeneratorstate, GEN_CREATED),
    (CoroutineType, getcoroutinestate, CORO_CREATED),
    (AsyncGeneratorType, getasyncgenstate, AGEN_CREATED),
]
FRAME_KINDS = {CO_GENERATOR: "generator", CO_COROUTINE: "coroutine", CO_ASYNC_GENERATOR: "asynchronous generator"}


def look(subject, namespace):
    """Draw the layers of a callable, and what a call does."""
    expression = _parse(subject)
    text = cut(ast.unparse(expression), 40)
    main = namespace.get("__name__")
    is_call = isinstance(expression, ast.Call)
    called = expression.func if is_call else expression
    callee = _evaluate(called, namespace)
    shells = shells_of(callee, main)
    if not shells[0].can_be_called and len(shells) == 1:
        raise NoPicture(f"This can't be called: `{cut(ast.unparse(called), 40)}` is {phrase_of(callee)}.")
    if not is_call:
        return tree(f"{_of_layers(text, shells)}.", [_node_of_shell(shell, 0) for shell in shells])
    call = _do(expression, callee, namespace, [shell.code for shell in shells if shell.code])
    nodes = [*_nodes_of_shells(shells, call), *_nodes_of_frames(call, main), *_nodes_of_end(call)]
    drawn = tree(f"{_of_call(text, shells, call)}.", nodes)
    if type(call.result) is CoroutineType:
        call.result.close()
    return drawn


def _parse(subject):
    """The expression that the subject is."""
    try:
        return ast.parse(subject.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise NoPicture("A call is one expression: a function such as `f`, or a call such as `f(x)`.") from None


def _evaluate(expression, namespace):
    return eval(compile(ast.Expression(expression), "<call>", "eval"), namespace)


def _do(expression, callee, namespace, layers):
    """Do the call. What is called has been evaluated before."""
    expression.func = ast.copy_location(ast.Name(CALLEE, ast.Load()), expression.func)
    code = compile(ast.Expression(expression), "<call>", "eval")
    namespace[CALLEE] = callee
    try:
        return Call(code, namespace, layers)
    finally:
        namespace.pop(CALLEE, None)


def _node_of_shell(shell, depth, is_missed=False):
    details = shell.details()
    if is_missed:
        details = f"{details}; not entered" if details else "not entered"
    return node(shell.depth + depth, shell.text, details, shell.mark)


def _nodes_of_shells(shells, call):
    """The layers, and which of their functions were not entered."""
    nodes = [node(0, "layers", "from outside to inside")]
    for shell in shells:
        is_entered = any(each.code is shell.code for each in call.entered)
        nodes.append(_node_of_shell(shell, 1, shell.is_function and not is_entered and not call.is_cut))
    return nodes


def _nodes_of_frames(call, main):
    """The frames, in the order in which they were entered."""
    order = "in the order in which they were entered" if call.entered else "none"
    nodes = [node(0, "frames", f"{order}, apart from the library's")]
    for each in call.entered:
        parts = [] if each.module in (main, "") else [f"of {each.module}"]
        parts += [word for flag, word in FRAME_KINDS.items() if each.code.co_flags & flag]
        parts += ["resumed"] if each.is_resumed else []
        parts += [f"{each.times} times"] if each.times > 1 else []
        if each.left_by:
            parts.append(f"left by {each.left_by}" + ("" if each.is_library else f" at line {each.line}"))
        nodes.append(node(each.depth + 1, each.code.co_qualname, ", ".join(parts), "fails" if each.left_by else ""))
    if call.is_cut:
        nodes.append(node(1, "more frames, which are not listed"))
    return nodes


def _nodes_of_end(call):
    """The result, or the exception and those that belong to it."""
    if call.raised is None:
        return [node(0, "gives", describe(call.result) + (", not begun" if _is_unbegun(call.result) else ""))]
    nodes = [node(0, "raises", class_name(type(call.raised)), "fails")]
    for depth, way, error in chain_of(call.raised):
        mark = "hidden" if way.endswith("not shown") else ""
        nodes.append(node(depth, f"{way}: {class_name(type(error))}", _way_out(error, call), mark))
    return nodes


def _way_out(error, call):
    """Where an exception came from and where it was caught, by the frames of its traceback."""
    path = call.path_of(error)
    if not path:
        return "from the library" if has_traceback(error) else "has no traceback"
    (first, line), (last, _) = path[0], path[-1]
    place = "there" if first is last else f"in {last.f_code.co_qualname}"
    return f"from line {line} of {first.f_code.co_qualname}, caught {place}"


def _is_unbegun(value):
    """Whether a value is a generator or a coroutine whose body has not begun."""
    for kind, state_of, created in STATES:
        if type(value) is kind:
            return state_of(value) == created
    return False


def _of_layers(text, shells):
    """The reading of what can be called."""
    outer, inner = shells[0], shells[1:]
    if not outer.can_be_called:
        return f"`{text}` is {phrase_of(outer.value)}, which can't be called: its class has no `__call__`"
    if not inner and not outer.is_changed:
        takes = f": it takes `{outer.accepted}`" if outer.accepted else ""
        return f"`{text}` is {phrase_of(outer.value)}, with nothing inside that can be seen{takes}"
    if is_a(outer.value, type):
        methods = _listed(f"`{shell.way}`" for shell in inner if shell.depth == 1)
        return f"A call of `{text}` can lead to {methods.replace(' of ', '` of `')}"
    if is_single_dispatch(outer.value):
        classes = _listed(f"`{shell.way.removeprefix('for ')}`" for shell in inner)
        return f"`{text}` chooses by the class of its first argument: {classes}"
    layers = f"`{text}` has {len(shells)} layers" if inner else f"`{text}` has one layer"
    if outer.is_changed:
        return f"{layers}: the outermost tells `{outer.told}`, but accepts `{outer.accepted}`"
    silent = next((shell for shell in inner if shell.way.endswith("no __wrapped__")), None)
    if silent:
        return f"{layers}, and no `__wrapped__` leads to {silent.text} inside"
    start = phrase_of(outer.value) if outer.text.endswith(" object") else outer.text
    return f"{layers}, from {start} to {shells[-1].text}"


def _listed(words):
    """The first words of a list that may be long."""
    words = list(words)
    return ", ".join(words[:4]) + (f" and {len(words) - 4} more" if len(words) > 4 else "")


def _of_call(text, shells, call):
    """The reading of a call. It says what is seen, for the frames of the library are not."""
    if call.raised is not None:
        return f"`{text}` raises {class_name(type(call.raised))}{_of_exception(call)}"
    unbegun = _is_unbegun(call.result)
    result = phrase_of(call.result) + (" whose body has not begun" if unbegun else "")
    if not call.entered:
        missed = ": no function inside is called" if not unbegun and any(shell.is_function for shell in shells) else ""
        return f"`{text}` gives {result}, and enters no frame apart from the library's{missed}"
    names = [each.code.co_qualname for each in call.entered for _ in range(each.times)]
    return f"`{text}` is seen to enter {_counted(names, call.is_cut)}, and gives {result}"


def _of_exception(call):
    """Which frames the exception left, and its cause."""
    if not call.path:
        return ", and leaves none of these frames" if call.entered else ", and enters no frame apart from the library's"
    names = [frame.f_code.co_qualname for frame, _ in call.path]
    causes = [class_name(type(error)) for _, way, error in chain_of(call.raised) if way == "its __cause__"]
    cause = f"; its `__cause__` is {causes[0]}" if causes else ""
    return f", which is seen to leave {_counted(names, len(names) > MOST_FRAMES)}{cause}"


def _counted(names, is_cut):
    """The number of frames, with the first name and the last."""
    if is_cut:
        return f"more than {min(len(names), MOST_FRAMES)} frames, `{names[0]}` first"
    if len(names) == 1:
        return f"the frame of `{names[0]}`"
    if all(name == names[0] for name in names):
        return f"{len(names)} frames of `{names[0]}`"
    return f"{len(names)} frames, `{names[0]}` first and `{names[-1]}` last"
