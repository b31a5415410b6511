namespace Orleans;

/// <summary>The grain type name of a grain class; without it the name is the class name in lower case without the suffix "Grain".</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GrainTypeAttribute(string grainType) : Attribute
{
    internal string GrainType { get; } = grainType;
}
