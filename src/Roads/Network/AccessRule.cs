namespace Territory.Roads.Network;

/// <summary>Opens or closes a segment to some vehicles at some hours (限行规则), over what the access bits say; of several in force the last one counts.</summary>
/// <param name="Segment">The segment concerned.</param>
/// <param name="Directions">Which ways along it.</param>
/// <param name="Modes">The modes concerned.</param>
/// <param name="Allows">True: open while in force; false: closed.</param>
/// <param name="HeavierThanTenKilograms">Only vehicles heavier than this are concerned, in units of 10 kg; 0: all.</param>
/// <param name="Schedule">When the rule is in force; null: always.</param>
public readonly record struct AccessRule(
    int Segment, SegmentDirections Directions, TravelModes Modes, bool Allows, ushort HeavierThanTenKilograms, WeeklySchedule? Schedule);
