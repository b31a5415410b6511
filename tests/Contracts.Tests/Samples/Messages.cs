namespace Territory.Contracts.Tests.Samples;

/// <summary>Every type that crosses a grain call or lies in the journal.</summary>
internal static class Messages
{
    public static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(ICommand).Assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false))
            .OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    public static IReadOnlyList<Type> Interfaces { get; } =
    [
        .. typeof(ICommand).Assembly.GetTypes()
            .Where(type => type.IsInterface && type != typeof(IGrainObserver)
                && (typeof(IGrain).IsAssignableFrom(type) || typeof(IGrainObserver).IsAssignableFrom(type)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    public static TheoryData<Type> Data => [.. All];

    public static TheoryData<Type> InterfaceData => [.. Interfaces];
}
