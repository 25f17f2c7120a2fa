"""Dutch words that are often typed without the signs on their letters, and are no other word without them."""

from unicodedata import combining, normalize

_WORDS = """
Albanië Armenië associëren attachés Australië Azië bacteriën beëdigd beëdigde beëindigd beëindigde beëindigen beëindiging beïnvloed
beïnvloedde beïnvloeden beïnvloeding beïnvloedt België Bosnië Brazilië café Caraïben Caraïbisch carrière carrières categorieën cliché
clichés cliënt cliënte cliënten comité comités commerciële communiqué communiqués conciërge continuïteit coöperant coöperatie coöperatief
coöperatieve coöptatie coördinatie coördinator coördinatoren coördineerde coördineert coördineren crèche creëerde creëerden creëert creëren
Curaçao democratieën diëten diëtist differentiëren discontinuïteit drieën efficiënt efficiënte efficiëntie egoïsme egoïstisch energieën
enquête enquêtes essentiële Ethiopië Ethiopiër Ethiopiërs façade fantasieën financiële financiën gecoördineerd gecoördineerde gecreëerd
gecreëerde geëerd geëist geëiste geëmigreerd geëngageerd geëngageerde geëngageerden geërfd geëscaleerd geëvacueerd geëvacueerde geëvalueerd
geëvalueerde geïdentificeerd geïmplementeerd geïnformeerd geïnformeerde geïnitieerd geïnspireerd geïnspireerde geïnstalleerd geïntegreerd
geïntegreerde geïnteresseerd geïnteresseerde geïnteresseerden geïnterneerd geïnterviewd geïnterviewde geïntroduceerd geïnvesteerd
geïsoleerd geïsoleerde Georgië Georgiër georiënteerd gereïntegreerd Haïti Haïtiaans Hawaï hygiëne hygiënisch hygiënische ideeën ideeënbus
Indonesië industrieën industriële initiële initiëren intuïtie intuïtief intuïtieve Israël Israëli Israëlisch Israëlische Italië Jordanië
knieën kopieën kopiëren Kroatië Libië Macedonië Maleisië materiële Mauritanië ministeriële Moldavië Mongolië moskeeën mozaïek naïef naïeve
naïviteit Namibië Oekraïens Oekraïense Oekraïne Oekraïner Oekraïners officiële orchideeën oriëntatie oriënteert oriënteren patiënt
patiënten poëtisch poëzie potentiële première privé prozaïsch reëel reëelste reële reünie reünies Roemenië ruïne ruïnes Servië Slovenië
Somalië Somaliër Somaliërs strategieën Syrië Syriër Syriërs theorieën trofeeën Tsjetsjenië Tunesië tweeën überhaupt vacuüm variëren
verifiëren weeën
""".split()


def _bare(word: str) -> str:
    return "".join(sign for sign in normalize("NFD", word) if not combining(sign)).lower()


MISSPELT = {_bare(word): word for word in _WORDS}
"""The right spelling of each by the wrong one in small letters."""
