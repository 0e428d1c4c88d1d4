# ends: error ExceptionGroup
# Some 15,000 lines.
raise ExceptionGroup('many', [ValueError(f'<{n}>') for n in range(5_000)])
