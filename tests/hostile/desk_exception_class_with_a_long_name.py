# ends: error  | error Short
Long = type('E', (Exception,), {})
Long.__qualname__ = 'E' * 10**6 + '.Short'
raise Long('who?')
