"""The names of the encodings of composite fonts that every reader knows (ISO 32000-1, 9.7.5.2, table 118)."""

_CHINESE_SIMPLE = "GB-EUC GBpc-EUC GBK-EUC GBKp-EUC GBK2K UniGB-UCS2 UniGB-UTF16"
_CHINESE = "B5pc HKscs-B5 ETen-B5 ETenms-B5 CNS-EUC UniCNS-UCS2 UniCNS-UTF16"
_JAPANESE = "90ms-RKSJ 90msp-RKSJ 90pv-RKSJ Add-RKSJ EUC Ext-RKSJ UniJIS-UCS2 UniJIS-UCS2-HW UniJIS-UTF16"
_KOREAN = "KSC-EUC KSCms-UHC KSCms-UHC-HW UniKS-UCS2 UniKS-UTF16"
_FAMILIES = f"Identity {_CHINESE_SIMPLE} {_CHINESE} {_JAPANESE} {_KOREAN}".split()
PREDEFINED = frozenset(f"{name}-{way}" for name in _FAMILIES for way in "HV") | {"H", "V", "83pv-RKSJ-H", "KSCpc-EUC-H"}
