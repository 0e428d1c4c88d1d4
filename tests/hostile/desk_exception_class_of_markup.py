# ends: error ValueError
Bold = type('<b onclick=alert(1)>', (Exception,), {'__module__': '<i>\x1b[1m\u202e'})
raise ValueError('plain') from Bold('</pre>')
