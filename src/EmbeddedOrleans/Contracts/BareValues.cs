namespace Orleans.Runtime.Contracts;

/// <summary>The types that need no message around them because they have no parts that could change.</summary>
internal static class BareValues
{
    private static readonly HashSet<Type> Types =
    [
        typeof(string), typeof(decimal), typeof(Guid), typeof(DateTime), typeof(DateTimeOffset), typeof(TimeSpan), typeof(DateOnly),
        typeof(TimeOnly), typeof(GrainId), typeof(SiloAddress),
    ];

    internal static bool Contains(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return (bare.IsPrimitive && bare != typeof(nint) && bare != typeof(nuint)) || bare.IsEnum || Types.Contains(bare);
    }
}
