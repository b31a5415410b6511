namespace Territory.Roads.Osm.Pbf;

[Flags]
internal enum ElementKinds : byte
{
    None = 0,
    Nodes = 1,
    Ways = 2,
    Relations = 4,
}
