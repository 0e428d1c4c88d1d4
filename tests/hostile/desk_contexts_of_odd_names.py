# ends: ok
import contextvars
for n, name in enumerate(('<b>', '', 'x' * 100_000, '\u202e')):
    globals()[f'context_{n}'] = variable = contextvars.ContextVar(name)
    variable.set('<' * 100_000)
