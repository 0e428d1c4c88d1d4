# ends: memory | error MemoryError
[bytes(10_000_000) for _ in range(10**9)]
