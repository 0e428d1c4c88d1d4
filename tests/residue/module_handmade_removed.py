# finds: module fake_db reverted
import sys
import types

stub = types.ModuleType('fake_db')
stub.connect = lambda: 'connected'
sys.modules[stub.__name__] = stub
try:
    import fake_db
    state = fake_db.connect()
finally:
    del sys.modules['fake_db']
print(state)
