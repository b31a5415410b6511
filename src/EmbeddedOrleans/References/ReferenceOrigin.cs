namespace Orleans.Runtime.References;

/// <summary>What all references of one interface and silo share.</summary>
internal sealed record ReferenceOrigin(Silo Silo, Type InterfaceType);
