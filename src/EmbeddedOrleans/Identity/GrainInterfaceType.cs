namespace Orleans.Runtime;

/// <summary>The name of a grain interface: its alias, or its full name.</summary>
public readonly struct GrainInterfaceType : IEquatable<GrainInterfaceType>, IComparable<GrainInterfaceType>
{
    private readonly string? _value;

    private GrainInterfaceType(string value) => _value = value;

    public bool IsDefault => _value is null or "";

    public static GrainInterfaceType Create(string id) => new(id);

    public bool Equals(GrainInterfaceType other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is GrainInterfaceType other && Equals(other);

    public override int GetHashCode() => _value is null ? 0 : _value.GetHashCode(StringComparison.Ordinal);

    public int CompareTo(GrainInterfaceType other) => string.CompareOrdinal(_value, other._value);

    public override string ToString() => _value ?? "";

    public static bool operator ==(GrainInterfaceType left, GrainInterfaceType right) => left.Equals(right);

    public static bool operator !=(GrainInterfaceType left, GrainInterfaceType right) => !left.Equals(right);

    public static bool operator <(GrainInterfaceType left, GrainInterfaceType right) => left.CompareTo(right) < 0;

    public static bool operator <=(GrainInterfaceType left, GrainInterfaceType right) => left.CompareTo(right) <= 0;

    public static bool operator >(GrainInterfaceType left, GrainInterfaceType right) => left.CompareTo(right) > 0;

    public static bool operator >=(GrainInterfaceType left, GrainInterfaceType right) => left.CompareTo(right) >= 0;
}
