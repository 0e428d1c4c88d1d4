# ends: ok
exec("access = 'user\u202e \u2066# admin\u2069 \u2066'\n# \u202e } \u2066")
