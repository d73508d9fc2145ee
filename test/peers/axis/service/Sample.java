// Peer for tests: a bean with what the beans of the AdminServices have not: numbers that can be null, arrays, a bean.
package peer;

public class Sample {
    private String name;
    private Integer size;
    private double weight;
    private String[] tags;
    private Sample inner;

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Integer getSize() {
        return size;
    }

    public void setSize(Integer size) {
        this.size = size;
    }

    public double getWeight() {
        return weight;
    }

    public void setWeight(double weight) {
        this.weight = weight;
    }

    public String[] getTags() {
        return tags;
    }

    public void setTags(String[] tags) {
        this.tags = tags;
    }

    public Sample getInner() {
        return inner;
    }

    public void setInner(Sample inner) {
        this.inner = inner;
    }
}
