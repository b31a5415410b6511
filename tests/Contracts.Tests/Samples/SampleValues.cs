using System.Collections;
using System.Reflection;
using System.Text.Json.Serialization;
using NetTopologySuite.Geometries;

namespace Territory.Contracts.Tests.Samples;

/// <summary>Makes a value of any message type, every member set to something that differs from its default, by the type's own constructors and properties.</summary>
internal sealed class SampleValues
{
    private int next = 1;

    public T Make<T>() => (T)Make(typeof(T))!;

    public object? Make(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string))
            return $"text {next++} 终端";
        if (type == typeof(bool))
            return true;
        if (type == typeof(Guid))
            return new Guid(next++, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        if (type == typeof(DateOnly))
            return new DateOnly(2026, 3, 1).AddDays(next++);
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(2026, 3, 1, 8, 30, 0, TimeSpan.FromHours(8)).AddMinutes(next++);
        if (type.IsEnum)
            return Enum.GetValues(type).Cast<object>().Last();
        if (type.IsPrimitive)
            return Convert.ChangeType(next++, type, System.Globalization.CultureInfo.InvariantCulture);
        if (typeof(Geometry).IsAssignableFrom(type))
            return new Polygon(new LinearRing([new(113.1, 29.1), new(113.2, 29.1), new(113.2, 29.2), new(113.1, 29.1)])) { SRID = 4326 };
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            return Fill((IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()))!, type.GetGenericArguments());
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return MakeList(type.GetGenericArguments()[0]);
        return MakeRecord(KindsOf(type) is [var first, ..] ? first : type);
    }

    /// <summary>The types that stand for a base type, as its JSON tells them apart; none for a type of one kind.</summary>
    private static Type[] KindsOf(Type type) => [.. type.GetCustomAttributes<JsonDerivedTypeAttribute>(inherit: false).Select(kind => kind.DerivedType)];

    /// <summary>Two of a kind, or one of every kind.</summary>
    private Array MakeList(Type element)
    {
        var kinds = KindsOf(element) is { Length: > 0 } several ? several : [element, element];
        var list = Array.CreateInstance(element, kinds.Length);
        for (var i = 0; i < kinds.Length; i++)
            list.SetValue(Make(kinds[i]), i);
        return list;
    }

    private object MakeRecord(Type type)
    {
        var constructor = type.GetConstructors()
            .Where(candidate => candidate.GetParameters() is not [var only] || only.ParameterType != type)
            .OrderByDescending(candidate => candidate.GetParameters().Length)
            .FirstOrDefault();
        var parameters = constructor?.GetParameters() ?? [];
        var value = constructor is null
            ? Activator.CreateInstance(type)!
            : constructor.Invoke([.. parameters.Select(parameter => Make(parameter.ParameterType))]);
        var given = parameters.Select(parameter => parameter.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.SetMethod is not null && !given.Contains(property.Name) && property.GetIndexParameters().Length == 0)
                property.SetValue(value, Make(property.PropertyType));
        }

        return value;
    }

    private IDictionary Fill(IDictionary dictionary, Type[] types)
    {
        dictionary.Add(Make(types[0])!, Make(types[1]));
        return dictionary;
    }
}
