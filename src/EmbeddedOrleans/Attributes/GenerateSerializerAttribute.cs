namespace Orleans;

/// <summary>Marks a message type. On a cluster a serializer is generated for it; in one process it says "this may be a grain argument".</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum)]
public sealed class GenerateSerializerAttribute : Attribute
{
    public bool IncludePrimaryConstructorParameters { get; init; } = true;
}
