namespace Territory.Model.Ids;

/// <summary>An identifier that is a short string, unique among its kind within one installation.</summary>
public interface IStringId<TSelf>
    where TSelf : struct, IStringId<TSelf>
{
    string Value { get; }

    static abstract TSelf From(string value);
}
