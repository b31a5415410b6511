using Territory.Roads.Network;

namespace Territory.Roads.Osm;

/// <summary>What a restriction relation demands, of whom and when, without the roads.</summary>
/// <param name="IsMandatory">True: only this turn is allowed; false: it is forbidden.</param>
/// <param name="HeavierThanTenKilograms">Only vehicles heavier than this must obey, in units of 10 kg; 0: all.</param>
/// <param name="Schedule">When it is in force; null: always.</param>
internal sealed record RestrictionRule(bool IsMandatory, TravelModes AppliesTo, ushort HeavierThanTenKilograms, WeeklySchedule? Schedule);
