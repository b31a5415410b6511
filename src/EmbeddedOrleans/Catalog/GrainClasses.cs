using System.Reflection;

namespace Orleans.Runtime.Catalog;

/// <summary>How grain classes and grain interfaces are told from other types.</summary>
internal static class GrainClasses
{
    private static readonly HashSet<Type> Roots =
    [
        typeof(IGrain), typeof(IAddressable), typeof(IGrainObserver), typeof(IGrainWithGuidKey), typeof(IGrainWithIntegerKey),
        typeof(IGrainWithStringKey), typeof(IGrainWithGuidCompoundKey), typeof(IGrainWithIntegerCompoundKey),
    ];

    internal static bool IsGrainClass(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && typeof(IGrainBase).IsAssignableFrom(type)
        && GrainInterfaces(type).Length > 0;

    internal static bool IsGrainInterface(Type type) =>
        type.IsInterface && typeof(IGrain).IsAssignableFrom(type) && !Roots.Contains(type);

    internal static bool IsObserverInterface(Type type) =>
        type.IsInterface && typeof(IGrainObserver).IsAssignableFrom(type) && !Roots.Contains(type);

    /// <summary>The grain interfaces of a class, the most derived first.</summary>
    internal static Type[] GrainInterfaces(Type type) =>
        [.. type.GetInterfaces().Where(IsGrainInterface).OrderByDescending(face => face.GetInterfaces().Length)
            .ThenBy(face => face == typeof(IRemindable)).ThenBy(face => face.FullName, StringComparer.Ordinal)];

    internal static bool IsSequence(Type result) =>
        result.IsGenericType && result.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);

    internal static string InterfaceName(Type face) => face.GetCustomAttribute<AliasAttribute>()?.Alias ?? face.FullName!;

    internal static string TypeName(Type type)
    {
        if (type.GetCustomAttribute<GrainTypeAttribute>() is { } named)
            return named.GrainType;

        var name = type.Name.ToLowerInvariant();
        return name.Length > 5 && name.EndsWith("grain", StringComparison.Ordinal) ? name[..^5] : name;
    }
}
