# ends: error ValueError
raise ValueError('</pre><h1>owned</h1><style>*{display:none}</style>\x1b[8m\u202e\u0000')
