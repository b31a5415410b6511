using Territory.Roads.Network;

namespace Territory.Roads.Osm;

/// <summary>One "value @ condition" of a conditional tag.</summary>
/// <param name="Value">For example "no" or "only_straight_on".</param>
/// <param name="HeavierThanTenKilograms">Only vehicles heavier than this are meant, in units of 10 kg; 0: all.</param>
/// <param name="Schedule">When it holds; null: always.</param>
internal sealed record ConditionalClause(string Value, ushort HeavierThanTenKilograms, WeeklySchedule? Schedule);
