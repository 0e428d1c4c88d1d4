# ends: error ValueError
import sys
tool = sys.monitoring
tool.use_tool_id(3, '<b>')
def raises(*args):
    raise ValueError('monitored')
tool.register_callback(3, tool.events.PY_START, raises)
tool.set_events(3, tool.events.PY_START | tool.events.LINE)
def f():
    return 1
f()
