"""Writes codes.csv: texts, and the modules that python-qrcode gives them under each of the eight masks, rows parted by '/'.

    pip install qrcode && python codes.py > codes.csv
"""

import qrcode

TEXTS = [
    "http://192.168.1.20:8080/c/RHO4T7/",
    "http://10.0.0.5/",
    "HTTP",
    "http://[fe80::1234:5678:9abc:def0]:8081/gradus/c/ABCDEF/",
    "https://gradus.example.org/school/room-12/c/RHO4T7/",
    "é" * 20,
    *("a" * length for length in (1, 17, 18, 32, 33, 53, 54, 78, 79, 106)),
]


def code(text, mask, version):
    code = qrcode.QRCode(version, error_correction=qrcode.constants.ERROR_CORRECT_L, border=0, mask_pattern=mask)
    code.add_data(qrcode.util.QRData(text.encode(), mode=qrcode.util.MODE_8BIT_BYTE))
    code.make(fit=version is None)
    return code


print("text,mask,modules")
for text in TEXTS:
    version = code(text, 0, None).version
    for mask in range(8):
        rows = code(text, mask, version).modules
        print(f"{text},{mask},{'/'.join(''.join(str(int(module)) for module in row) for row in rows)}")
