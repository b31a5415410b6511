using System.Collections;
using System.Reflection;
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
            return Fill(Array.CreateInstance(type.GetGenericArguments()[0], 2));
        return MakeRecord(type);
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

    private Array Fill(Array array)
    {
        for (var i = 0; i < array.Length; i++)
            array.SetValue(Make(array.GetType().GetElementType()!), i);
        return array;
    }

    private IDictionary Fill(IDictionary dictionary, Type[] types)
    {
        dictionary.Add(Make(types[0])!, Make(types[1]));
        return dictionary;
    }
}
