namespace Territory.Demo.Geography;

internal enum SettlementRank
{
    CountySeat,
    Township,
    Village,
}
