namespace Orleans.Runtime.Calls;

/// <summary>What a method's attributes say about running it.</summary>
[Flags]
internal enum CallTraits : byte
{
    None = 0,
    ReadOnly = 1,
    AlwaysInterleave = 2,
    OneWay = 4,
}
