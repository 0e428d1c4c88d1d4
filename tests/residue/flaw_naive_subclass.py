# finds: shadow Sub.run left
from contextlib import contextmanager

@contextmanager
def patch_attr(owner, name, value):
    old = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, old)

class Base:
    def run(self):
        return 'real'

class Sub(Base):
    pass

# --- next cell
with patch_attr(Sub, 'run', lambda self: 'fake'):
    result = Sub().run()
print(result, Sub().run(), 'run' in vars(Sub))
