# finds: nothing
import inspect
import json
import statistics
import typing
# --- next cell
names = [name for name, value in vars(statistics).items() if inspect.isfunction(value) and value.__doc__]
hints = typing.get_type_hints(json.loads)
signature = inspect.signature(json.dumps)
told = json.dumps.__dict__, json.dumps.__annotations__, json.dumps.__type_params__, inspect.getdoc(json.load)
print(len(names) > 5, hints, len(signature.parameters), told[:3])
